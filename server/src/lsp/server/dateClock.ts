import { dayInLondon } from '../../workspace/reports/londonDate.ts';
import type { Platform } from './platform.ts';

const HOUR = 3_600_000;

/** Knows the day in London, and tells when it is another. */
export class LondonDateClock {
  day: string;
  private callOff: (() => void) | undefined;
  /** Since 1970; in one hour there is one day in London. */
  private hour: number;

  constructor(
    private readonly platform: Platform,
    private readonly changed: () => void,
  ) {
    this.day = dayInLondon(platform.now());
    this.hour = this.hourNow();
    this.wait();
  }

  /** Looks at the clock, which a computer that slept has not done by itself. */
  look(): void {
    const hour = this.hourNow();
    if (hour === this.hour) return;
    this.hour = hour;
    const day = dayInLondon(this.platform.now());
    if (day === this.day) return;
    this.day = day;
    this.changed();
  }

  end(): void {
    this.callOff?.();
  }

  private hourNow(): number {
    return Math.floor(this.platform.now().getTime() / HOUR);
  }

  /** London is off UTC by whole hours, so its midnight is the start of an hour. */
  private wait(): void {
    this.callOff = this.platform.after(HOUR - (this.platform.now().getTime() % HOUR), () => {
      this.look();
      this.wait();
    });
  }
}

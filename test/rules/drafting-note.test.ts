import rule from '../../server/src/rules/template-text/drafting-note.ts';
import { assertMarked, cover } from '../support/marked.ts';

describe('drafting-note', () => {
  const found = [
    '10.1 It rose. ⟦(I have added this figure from the June return, Grace to check)⟧',
    '10.1 It rose. ⟦(I’ve taken this from last year)⟧',
    '10.1 It rose. ⟦[NB I am not sure that this is right]⟧',
    '10.1 It rose. ⟦(not sure whether this is still true)⟧',
    '10.1 It rose to ⟦??⟧ in May.',
    '10.1 It rose ⟦[?]⟧ in May.',
    '| Year | Cost |\n|---|---|\n| 2021 | ⟦???⟧ |',
    '10.1 ⟦[from Catherine: has Tom replied??]⟧',
    '10.1 ⟦[from Priya Nair]⟧',
    '10.1 ⟦[Finance to confirm the amount]⟧',
    '10.1 ⟦[figures to follow]⟧ and ⟦[check with Legal]⟧ and ⟦[to be confirmed]⟧',
    '10.1 It costs £40,000 ⟦(Finance to confirm)⟧.',
    '10.1 The guidance is awaited ⟦[update before publication]⟧. ⟦[Please check these figures]⟧',
    '10.1 ⟦TODO⟧ finish this. ⟦FIXME⟧',
    '⟦<!-- Simon: Helen queried these. -->⟧',
    '⟦<!-- is this right? -->⟧',
    '⟦<!-- I took this from the June return -->⟧',
    '⟦<!-- @grace please look -->⟧',
    '⟦<!-- check with Legal -->⟧',
    '⟦<!--\nask Priya for the date\n-->⟧',
    '10.1 It rose ⟦<!-- speak to Tom about this -->⟧ in May.',
  ];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(rule, `## 10. Introduction\n\n${text}\n`)));

  const silent = [
    '10.1 It rose (we have included the whole county).',
    '10.1 It rose (I) and fell (II), see (i) and Part I (above).',
    '10.1 One parent said "I like it (I think it is safe)".',
    '10.1 I went to the centre and I felt better (I have used it since).',
    '> It rose (I have added this).',
    '> It rose ??',
    '10.1 Is it right? What next?!',
    '10.1 The figure [from April 2019] and [from Northmoor Council] stand.',
    '10.1 The duty [of councils] to confirm and the [Director] to check.',
    '10.1 The partners (Police and Health to lead on this) agreed.',
    '10.1 The team keeps a to-do list.',
    '10.1 A [Confirm] button, the [update] and the [Review of buses] stand.',
    '10.1 See [what to check](https://example.org) and https://example.org/?a=1.',
    '10.1 `TODO` and `??` are code.',
    '<!-- Give the figures for the last full year. -->',
    '<!-- Guidance: list the costs, and name the budget. -->',
    '<!-- Background: two paragraphs at most. Part I of the guide explains. -->',
    '<!-- scrutiny-disable-next-line doubled-word -- I checked this, is it right? -->\n10.1 Text.',
    '<!-- Ask Democratic Services for the date. -->',
    '<!-- See https://example.org/search?q=1 -->',
  ];
  silent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(rule, `## 10. Introduction\n\n${text}\n`)));

  it('looks into fields, wherever they stand', () => {
    assertMarked(
      rule,
      cover('executive-summary: |\n  Buses run.\n\n  ⟦<!-- Tom: is this right? -->⟧\n\n  It rose ⟦[Priya to confirm]⟧.'),
    );
    assertMarked(rule, cover('executive-summary: >-\n  Buses run. ⟦<!-- Tom: is\n  this right? -->⟧ Trains run.'));
    assertMarked(rule, cover('title: Buses ⟦??⟧'));
    assertMarked(rule, '## Executive Summary\n\nBuses run.\n\n⟦<!-- Tom: is this right? -->⟧\n\n## 10. Introduction\n');
  });
});

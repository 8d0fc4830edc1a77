import { serveProcess } from './node.ts';

// What the desktop extension starts, and `scrutiny server --stdio`.
serveProcess();

import { serveProcess } from './node.ts';

// What the desktop extension starts.
serveProcess();

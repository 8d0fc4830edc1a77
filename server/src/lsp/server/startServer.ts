import { serveProcess } from './nodeServer.ts';

// What the desktop extension starts, and `scrutiny server --stdio`.
serveProcess();

import './findings.ts';
import './editing.ts';
import './features.ts';

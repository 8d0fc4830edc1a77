import './findings.ts';
import './editing.ts';

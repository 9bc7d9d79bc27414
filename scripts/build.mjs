// Installs, generates and builds what is missing or older than its sources: what `npm start` does before it serves.
import './node-version.mjs';
import { prepare } from './preparing.mjs';
import { complain, step } from './steps.mjs';

try {
  await prepare(step);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

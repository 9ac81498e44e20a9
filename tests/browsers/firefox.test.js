import { found } from './process.js';
import { firefox } from './firefox.js';
import { ways } from './ways.js';

const program = found('FIREFOX', 'firefox-esr', 'firefox');

ways('Firefox', () => firefox(program ?? ''), !program && 'Firefox is not here: see FIREFOX');

// Import this before define.js, and an element with the sample and the networks that the package was recorded with shows at once what
// they said then, until they have answered here.

import packed from 'embedded:opening';
import { configure } from './element.js';

configure({ opening: packed });

import { GsaDemo, configure } from './element.js';
export { GsaDemo, configure };

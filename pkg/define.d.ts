import { GsaDemo, GsaFigure, configure } from './element.js';
export { GsaDemo, GsaFigure, configure };

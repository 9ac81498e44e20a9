export { GsaFigure } from './element.js';

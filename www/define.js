// Registers <gsa-demo> and <gsa-figure>; loading it twice, or where there are no custom elements, does no harm.

import { GsaDemo, GsaFigure, configure } from './element.js';

if (globalThis.customElements) {
  if (!customElements.get('gsa-demo')) customElements.define('gsa-demo', GsaDemo);
  if (!customElements.get('gsa-figure')) customElements.define('gsa-figure', GsaFigure);
}

export { GsaDemo, GsaFigure, configure };

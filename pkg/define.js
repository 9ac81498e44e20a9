// Registers <gsa-demo>; loading it twice, or where there are no custom elements, does no harm.

import { GsaDemo, configure } from './element.js';

if (globalThis.customElements && !customElements.get('gsa-demo')) {
  customElements.define('gsa-demo', GsaDemo);
}

export { GsaDemo, configure };

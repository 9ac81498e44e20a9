// www/define.js
import { GsaDemo, configure } from "./element.js";
if (globalThis.customElements && !customElements.get("gsa-demo")) {
  customElements.define("gsa-demo", GsaDemo);
}
export {
  GsaDemo,
  configure
};
//# sourceMappingURL=define.js.map

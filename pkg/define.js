import{GsaDemo as e,GsaFigure as s,configure as t}from"./element.js";globalThis.customElements&&(customElements.get("gsa-demo")||customElements.define("gsa-demo",e),customElements.get("gsa-figure")||customElements.define("gsa-figure",s));export{e as GsaDemo,s as GsaFigure,t as configure};
//# sourceMappingURL=define.js.map

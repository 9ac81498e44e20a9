import{e as m,fb as e,gb as s}from"./chunk-2UZFRJSY.js";globalThis.customElements&&(customElements.get("gsa-demo")||customElements.define("gsa-demo",s),customElements.get("gsa-figure")||customElements.define("gsa-figure",e));export{s as GsaDemo,e as GsaFigure,m as configure};
//# sourceMappingURL=define.js.map

import{e as m,gb as e,hb as s}from"./chunk-AOR3A7YD.js";globalThis.customElements&&(customElements.get("gsa-demo")||customElements.define("gsa-demo",s),customElements.get("gsa-figure")||customElements.define("gsa-figure",e));export{s as GsaDemo,e as GsaFigure,m as configure};
//# sourceMappingURL=define.js.map

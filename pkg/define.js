import{e as m,eb as e,fb as s}from"./chunk-U56LVN4O.js";globalThis.customElements&&(customElements.get("gsa-demo")||customElements.define("gsa-demo",s),customElements.get("gsa-figure")||customElements.define("gsa-figure",e));export{s as GsaDemo,e as GsaFigure,m as configure};
//# sourceMappingURL=define.js.map

import{a as o,b as e,d as p,e as r}from"./chunk-V4HILBHK.js";import"./chunk-2UZFRJSY.js";export{p as codeOfDemo,r as copyCode,o as putPlace,e as style};
//# sourceMappingURL=rarely-7BOESY3P.js.map

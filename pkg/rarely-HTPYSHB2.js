import{a as o,b as e,d as p,e as r}from"./chunk-U3P2Z25K.js";import"./chunk-AOR3A7YD.js";export{p as codeOfDemo,r as copyCode,o as putPlace,e as style};
//# sourceMappingURL=rarely-HTPYSHB2.js.map

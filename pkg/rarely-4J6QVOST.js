import{a as o,b as e,d as p,e as r}from"./chunk-GF44ULAT.js";import"./chunk-I3GPCEPI.js";export{p as codeOfDemo,r as copyCode,o as putPlace,e as style};
//# sourceMappingURL=rarely-4J6QVOST.js.map

import{a as o,b as e,d as p,e as r}from"./chunk-XALKSCF4.js";import"./chunk-JRPJQILN.js";export{p as codeOfDemo,r as copyCode,o as putPlace,e as style};
//# sourceMappingURL=rarely-BIECD3F3.js.map

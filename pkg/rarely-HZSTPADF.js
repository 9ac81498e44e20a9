import{a as o,b as e,d as p,e as r}from"./chunk-JFQS4FLB.js";import"./chunk-U56LVN4O.js";export{p as codeOfDemo,r as copyCode,o as putPlace,e as style};
//# sourceMappingURL=rarely-HZSTPADF.js.map

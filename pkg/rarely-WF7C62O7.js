import{a as o,b as e,d as p,e as r}from"./chunk-TC6MICWW.js";import"./chunk-V62TOEUW.js";export{p as codeOfDemo,r as copyCode,o as putPlace,e as style};
//# sourceMappingURL=rarely-WF7C62O7.js.map

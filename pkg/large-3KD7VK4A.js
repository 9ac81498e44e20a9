import"./chunk-AOR3A7YD.js";var e=`
:host([large]) :is(.samples,.caption,.seen-row,.status,.tools,.compare,.trial,.errors,.late,.orientation,.inside-head :is(p,.choose),.ride,.maps > footer){display:none}

:host([large]) .inside-head{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
:host([large]) .top{gap:0 40px}
:host([large]) .top :is(.answers,.inside){margin-top:0.7rem}
@container (max-width:639px){
:host([large]) .top > slot[name="lead"]::slotted(*){order:-2}
}
@container (min-width:640px){
:host([large]) .top{grid-template:repeat(4,auto) 1fr / minmax(0,var(--stage)) minmax(0,1fr)}
:host([large]) .draw{grid-row:1 / -1}
:host([large]) .top :is(.answers,.inside),:host([large]) .top > slot::slotted(*){grid-column:2;margin-block:0}
:host([large]) .top :is(.answers,.inside){margin-top:0.7rem}
}

@media (min-width:900px){
:host([large="side"]) .root{display:flex;flex-direction:column;height:100%}
:host([large="side"]) .top{flex:1;min-height:0;grid-template:auto minmax(0,1fr) / minmax(0,1fr) 11.2rem;gap:0.5rem 1.1rem}
:host([large="side"]) .top > slot[name="lead"]::slotted(*){grid-area:1 / 2}
:host([large="side"]) .draw{grid-area:2 / 2;position:static;align-self:end}
:host([large="side"]) .top > slot[name="reading"]::slotted(*){grid-area:1 / 1 / -1 / 2;margin:0;min-height:0}
}
:host([large]) .knob{width:2rem;height:2rem;margin:-1rem}
:host([large]) .knob .angle{font-size:0.65rem}
:host([large]) .polar .degrees{font-size:16px;fill:var(--gsa-ink)}
:host([large]) .polar .read{font-size:21px}
:host([large="side"]) .polar :is(.degrees,.read){display:none}
:host([large="side"]) .knob{width:1.5rem;height:1.5rem;margin:-0.75rem}
:host([large="side"]) .knob .angle{font-size:0.55rem}
:host([large]) .panels{grid-template-columns:minmax(0,1fr);gap:0}
:host([large]) .panel{
grid-template-columns:4.6rem minmax(0,1fr);grid-template-rows:auto 1fr;gap:0 1rem;padding:0.6rem 0 0.8rem;
border:0;border-top:3px solid var(--bar);border-radius:0;background:none;
}
:host([large]) .panel :is(.note,.bars,.time,.all-round){display:none}
:host([large]) .panel .model{font-size:1.15rem}
:host([large]) .panel footer{grid-area:2 / 2;grid-template-columns:minmax(0,1fr);align-content:start;margin:0;font-size:0.875rem;color:var(--gsa-ink)}

:host([large]) .maps{padding:0;border:0;border-radius:0;background:none}
:host([large]) .cards{grid-template-columns:minmax(0,1fr);gap:0}
:host([large]) .card{
grid-template:1fr auto 1fr / 5.3rem 4.2rem minmax(0,1fr);gap:0 0.8rem;align-items:center;padding:0.25rem 0;border-top:3px solid var(--bar);
}
:host([large]) .card::before{display:none}
:host([large]) .card :is(.pair,.leftover){display:contents}
:host([large]) .card .ring{grid-area:1 / 1 / span 3}
:host([large]) .card .leftover canvas{grid-area:1 / 2 / span 3;width:100%}
:host([large]) .card .leftover .what{display:none}
:host([large]) .card > header{grid-area:1 / 3;align-self:end;font-size:1rem}
:host([large]) .card .model{font-size:1.05rem}
:host([large]) .card .note{display:none}
:host([large]) .card .number{grid-area:2 / 3;justify-self:start;font-size:1.5rem}
:host([large]) .card .verdict{grid-area:3 / 3;place-self:start;font-size:0.875rem;min-height:0}
:host([large]) .cards:has(.third) .card{grid-template-columns:3.9rem 3.2rem minmax(0,1fr)}

:host([large]) .panels[data-count="3"] .panel{padding:0.1rem 0 0.15rem}
:host([large]) .panels[data-count="3"] .digit{font-size:3.5rem}
:host([large]) .panels[data-count="3"] footer{font-size:0.75rem}
:host([large]) .cards:has(.third) .card{padding:0.1rem 0}
:host([large]) .cards:has(.third) .model{font-size:0.9rem}
:host([large]) .cards:has(.third) .number{font-size:1.1rem}
:host([large]) .cards:has(.third) .verdict{font-size:0.75rem}
`;export{e as style};
//# sourceMappingURL=large-3KD7VK4A.js.map

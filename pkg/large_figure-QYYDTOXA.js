import"./chunk-AOR3A7YD.js";var e=`

@container (min-width:560px){
:host([large]) :is(figcaption,.sub,.note,.figure-foot:not(:has([data-failed]))){display:none}
:host([large]) .figure{gap:0}
:host([large]) .figure-foot :is(details,.save){display:none}
:host([large]) .figure-body > *{gap:0.6rem 1.2rem;padding:0;border:0;border-radius:0;background:none}
:host([large]) :is(button:not(.window,.cells *),select){height:auto;min-height:1.7rem}
:host([large]) :is(button:not(.window,.cells *),.segments label){padding-inline:0.6rem}
:host([large]) .segments label{min-height:1.7rem}
@media (pointer:coarse){
:host([large]) :is(button:not(.window,.cells *),select,.segments label){min-height:2.1rem}
}
:host([large]) :is(.chart svg,.plot svg,.theorem text){font-size:0.75rem}
:host([large]) .boxes{gap:0.6rem 1.2rem}
:host([large]) .box{padding:0.3rem 0.8rem 0.4rem;font-size:0.8125rem;line-height:1.3}
:host([large]) .guess{gap:0.3rem 0.7rem;padding:0.4rem 0.8rem}

:host([large]) :is(.encoding,.lifting){align-content:start}
:host([large]) .encoding{grid-template-columns:minmax(0,17rem) minmax(0,1fr)}
:host([large]) .encoding > .act{grid-column:1 / -1}
:host([large]) .encoding .act input{width:calc(100% - 1.4rem);margin-inline:0.7rem}
:host([large]) .encoding .ticks{margin-inline:calc(8px + 0.7rem)}
:host([large]) .encoding > :is(.act,.boxes){max-width:none}
:host([large]) .encoding > .body{display:contents}
:host([large]) .encoding .land{grid-area:3 / 1 / span 2;max-width:none}
:host([large]) .encoding .windows{grid-area:3 / 2}
:host([large]) .encoding .boxes{grid-area:4 / 2;grid-template-columns:minmax(0,1fr);align-self:end}
:host([large]) .encoding .mix .guess{padding:0}
:host([large]) .encoding .windows canvas{max-width:5rem}
:host([large]) .lifting{grid-template:auto 1fr / 20rem minmax(0,1fr)}
:host([large]) .lifting .rows{grid-area:1 / 1 / span 2;gap:0.3rem}
:host([large]) .lifting .row{grid-template-columns:repeat(4,minmax(0,4.2rem));gap:0.1rem 1rem}
:host([large]) .lifting .row > span{grid-column:1 / -1}
:host([large]) .lifting .row > span:empty{display:none}
:host([large]) .lifting .row b{font-size:0.8125rem;white-space:nowrap}
:host([large]) .lifting .way > span{font-size:0.75rem;text-align:start}
:host([large]) .lifting .steps{flex-direction:column}
:host([large]) .lifting .boxes{grid-template-columns:minmax(0,1fr);align-self:end}
:host([large]) .attention .clock .face{max-width:13.4rem}
:host([large]) .attention .choices{gap:0.4rem 0.7rem}
:host([large]) .attention .segments label{padding-inline:0.38rem}
:host([large]) .attention .pick-one + .pick-one{display:none}
:host([large]) .attention .turns{flex-wrap:nowrap;min-height:0}
:host([large]) .attention .turns button{flex:none}
:host([large]) .attention .key{flex:1;text-align:start;line-height:1.25}
:host([large]) .attention :is(.clocks,.boxes,.turns){max-width:none}
:host([large]) .attention .guess{padding:0.4rem}
:host([large]) .position :is(.cards,.boxes){max-width:none}
:host([large]) .position .pair{grid-template-columns:repeat(2,minmax(0,1fr))}
:host([large]) .theorem-1{grid-template-columns:14.5rem minmax(0,1fr)}
:host([large]) .theorem-1 .panels{gap:0.6rem;align-items:start}
:host([large]) .theorem-1 .t-panel :is(canvas,svg,.cells){max-width:6rem}

:host([large]) .theorem-1:not([data-form="picture"]) .panels + div{display:none}
:host([large]) .theorem-1:not([data-form="picture"]) .filters{grid-template-columns:repeat(4,minmax(0,7.6rem))}
:host([large]) .theorem-1:not([data-form="picture"]) .cells{max-width:none}
:host([large]) .theorem-1:not([data-form="picture"]) .cells button{min-height:1.7rem;aspect-ratio:auto}
:host([large]) :is(.theorem-1,.attention) .box > *{display:inline}
:host([large]) :is(.theorem-1,.attention) .box b{margin-inline-end:0.3em;font-size:1.25rem}
:host([large]) .theorem-1 > :is(.knobs,.panels){grid-column:1 / -1}
:host([large]) .theorem-1 > .panels + div{grid-row:span 2}
:host([large]) .theorem-1 .boxes{grid-template-columns:minmax(0,1fr);align-self:end}
:host([large]) .theorem-2 .scene{grid-template-columns:12.4rem minmax(0,1fr)}
:host([large]) .theorem-2 .lines{grid-template-columns:repeat(4,minmax(0,3.7rem));gap:0.15rem 0.6rem}
:host([large]) .theorem-3 .trios{display:none}
:host([large]) .theorem-4{gap:0.5rem}
:host([large]) .theorem-4 .tiles{grid-template-columns:repeat(4,minmax(0,1fr));gap:0.5rem}
:host([large]) .theorem-4 .tile{grid-template:auto auto auto auto / minmax(0,1fr);gap:0.4rem;padding:0.4rem 0.5rem;grid-row:span 4;grid-template-rows:subgrid}
:host([large]) .theorem-4 h4{font-size:0.875rem;line-height:1.25}
:host([large]) .theorem-4 .small{font-size:0.75rem;line-height:1.25}
:host([large]) .theorem-4 .move{flex-wrap:wrap;gap:0.2rem 0.4rem;min-height:0}
:host([large]) .theorem-4 .half{grid-template-columns:4.2rem minmax(0,1fr);gap:0.1rem 0.4rem}
:host([large]) .theorem-4 .kappa{grid-area:1 / 1}
:host([large]) .theorem-4 .verdict{grid-area:1 / 2;display:grid;align-content:start;gap:0;line-height:1.25}
:host([large]) .theorem-4 .verdict b{font-size:0.875rem}
:host([large]) .theorem-4 .verdict .same{font-size:0.75rem;line-height:1.25;white-space:normal}
:host([large]) .theorem-4 .counter{grid-area:2 / 1 / auto / span 2;font-size:0.75rem;line-height:1.25}
:host([large]) .theorem-4 .move label{display:grid;grid-template-columns:minmax(0,1fr);width:100%;font-size:0.75rem;line-height:1.25}
:host([large]) .theorem-4 .move select{min-width:0;padding-inline:0.2rem}
:host([large]) .theorem-4 .guess{gap:0.3rem 0.5rem;padding:0.3rem 0.5rem}
:host([large]) .theorem-4 :is(.guess b,.real){font-size:0.75rem}
:host([large]) .group-size :is(.both,.boxes){grid-template-columns:repeat(2,minmax(0,1fr))}
:host([large]) .group-size .round{max-width:9rem}
:host([large]) .group-size :is(.asks,.sizes label){min-height:0}
:host([large]) .orientation{gap:1rem;font-size:0.875rem}
:host([large]) .orientation .flowers:not(:empty){display:flex;flex:0 1 auto}
:host([large]) .orientation .flowers svg{width:17.5rem}
:host([large]) .orientation text{font-size:15px}
:host([large]) .orientation .flowers svg:not(:only-child){width:12.6rem}
:host([large]) .orientation .flowers:not(:empty) + .said{flex-basis:10rem}
:host([large]) .by-angle{--plot-height:17rem;grid-template-columns:minmax(0,1fr)}
:host([large]) .cost{grid-template-columns:repeat(2,minmax(0,1fr))}
:host([large]) .results{grid-template:auto 1fr / minmax(0,22fr) minmax(0,15fr)}
:host([large]) .results > .whole{grid-area:1 / 1 / span 2}
:host([large]) .results :is(th,td):not(:first-child){padding-inline-start:0.4rem}
:host([large]) .results thead button{padding:0;font-size:0.75rem}
:host([large]) .results > .elsewhere{display:none}
}
`;export{e as style};
//# sourceMappingURL=large_figure-QYYDTOXA.js.map

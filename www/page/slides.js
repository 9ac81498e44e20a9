// What a class sees one after the other: the lessons on the stage, and then the story, a slide for each of its figures. What is said on a
// slide is the story's own: its title, and the sentence that is marked.

import { OF_NO_DRAWING } from '../state/figures.js';

/**
 * @typedef {object} Slide
 * @property {string} key  by which an address names it
 * @property {string} [section]  of the story, which a link may name as well
 * @property {string} name
 * @property {HTMLElement} words
 * @property {HTMLElement | null} figure  beside which the stage is small; null where the stage is what is seen
 */

/** @param {HTMLElement} lessons  to which the words of the story are added @returns {Slide[]} */
export function slidesOf(lessons) {
  const own = /** @type {HTMLElement[]} */ ([...lessons.children]).map((words, i) => ({
    key: String(i + 1),
    name: words.dataset.name ?? '',
    words,
    figure: null,
  }));
  const story = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.prose > section')]);
  const told = story.flatMap((section) => {
    const said = /** @type {HTMLElement[]} */ ([...section.querySelectorAll('[data-say]')]);
    const figures = /** @type {HTMLElement[]} */ ([...section.querySelectorAll('gsa-figure')]);
    const { figure } = section.dataset;
    if (figure) figures.push(addFigure(section, figure));
    if (figures.length === 0) return said.length > 0 ? [slideOf(section, null, said[0])] : [];
    return figures.map((figure) => {
      const sentence = said.find(({ dataset }) => dataset.say === figure.getAttribute('name'));
      return slideOf(section, figure, sentence ?? said[0]);
    });
  });
  lessons.append(...told.map(({ words }) => words));
  return [...own, ...told];
}

/** One that the page has on its stage, and so not in its story. @param {HTMLElement} section @param {string} name */
function addFigure(section, name) {
  const figure = document.createElement('gsa-figure');
  figure.setAttribute('name', name);
  figure.className = 'of-class';
  section.append(figure);
  return figure;
}

/** @param {HTMLElement} section @param {HTMLElement | null} figure @param {HTMLElement | undefined} said @returns {Slide} */
function slideOf(section, figure, said) {
  const key = figure?.getAttribute('name') ?? section.id;
  const words = document.createElement('section');
  words.dataset.shows = figure ? 'figure' : 'answers';
  // A stage beside it would say nothing.
  if (OF_NO_DRAWING.includes(key)) words.dataset.stage = 'none';
  const title = document.createElement('h1');
  title.tabIndex = -1;
  const heading = section.querySelector('h2');
  if (heading) title.append(...heading.cloneNode(true).childNodes);
  words.append(title);
  if (said) {
    const sentence = document.createElement('p');
    sentence.append(...said.cloneNode(true).childNodes);
    words.append(sentence);
  }
  const name = key.replaceAll('-', ' ');
  return {
    key,
    section: section.id,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    words,
    figure,
  };
}

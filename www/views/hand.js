// Which of the pointers on the dial draws, which turns, and which only rests there. It knows pointers, no documents: what happens to
// them is told to it, and it tells what that means.
//
// A pen wins over fingers: whatever a hand did that lies there, or has just lain there, was not meant. Two fingers twist.

import { quarterNear } from '../state/angle.js';
import { bearing } from '../ui/circle.js';

/**
 * @import { Place } from '../ui/plane.js'
 */

/**
 * What a pointer came down on: the pad's square, the knob, the band at the rim, or what lies between.
 *
 * @typedef {'pad' | 'knob' | 'band' | 'curves'} Zone
 */

/**
 * A pointer at one moment.
 *
 * @typedef {object} Pointer
 * @property {number} id
 * @property {string} kind  `mouse`, `pen` or `touch`
 * @property {Place} at  from the middle of the dial, to 1 at its sides
 * @property {Place} seen  on the screen, in pixels
 * @property {number} size  of what touches, in pixels
 * @property {number} time  in milliseconds
 */

/**
 * What a pointer does.
 * - `draws`, `turns`, `twists`;
 * - `waits`: on the ring, it turns there if it is lifted soon, and turns the dial if it moves;
 * - `stays`: of two that twisted, it is left, and does nothing before there is another;
 * - `rests`: nothing.
 *
 * @typedef {'draws' | 'turns' | 'twists' | 'waits' | 'stays' | 'rests'} Role
 */

/** @typedef {{ id: number, kind: string, zone: Zone, role: Role, from: Pointer, last: Pointer, way: number }} Contact */

/**
 * What is done.
 *
 * @typedef {object} Acts
 * @property {(at: Place) => boolean} begin  a stroke; whether there is room for it
 * @property {(points: Place[]) => void} extend
 * @property {() => void} end
 * @property {(keep: boolean) => void} cancel  the last stroke was not meant; or so it seems, and undo can bring it back
 * @property {() => number} angle  in degrees
 * @property {(degrees: number) => void} turn  while the hand is on it
 * @property {() => void} settle  it is let go of
 * @property {(degrees: number) => void} turnTo  by itself, the short way
 */

/** So long after a pen was seen, or before it comes, a finger belongs to the hand that holds it. */
const PALM_MS = 500;
/** What touches with more pixels than this is no fingertip. */
const PALM_SIZE = 80;
/** A longer touch of the ring is no tap. */
const TAP_MS = 500;
/** Pixels that a pointer may move and still be in its place. */
const SLACK = { mouse: 3, pen: 6, touch: 10 };
/** A stroke of so much way, from 1 for half the dial, and of such an age was meant, whatever comes. */
const MEANT = { way: 0.25, ms: 400 };
/** Shorter ones can be the mark of a palm. */
const MARK_WAY = 0.1;
/** Nearer to the middle than this a pointer has no bearing. */
const BLIND = 0.08;

/** From one angle to another the short way. @param {number} from @param {number} to */
function difference(from, to) {
  return ((((to - from) % 360) + 540) % 360) - 180;
}

/** @param {Place} a @param {Place} b */
function distance(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** An angle under the hand: it begins where it is, without a jump, and holds on to quarter turns that it comes to. */
class Grip {
  /** @param {number} degrees */
  constructor(degrees) {
    this.from = degrees;
    this.raw = degrees;
    /** A quarter turn beside which it began does not pull before it has been left. */
    this.deaf = quarterNear(degrees) === degrees ? null : quarterNear(degrees);
  }

  /** @param {number} by  degrees @returns {number} the angle */
  move(by) {
    this.raw += by;
    const quarter = quarterNear(this.raw);
    if (quarter !== this.deaf) this.deaf = null;
    return quarter === null || quarter === this.deaf ? this.raw : quarter;
  }
}

export class Hand {
  #acts;
  /** @type {Map<number, Contact>} */
  #contacts = new Map();
  /** @type {Grip | null} */
  #grip = null;
  #penSeen = -Infinity;
  /** When a finger left a mark that a palm may have left. */
  #marked = -Infinity;
  /** When a finger tapped the ring, and the angle before. */
  #tapped = { time: -Infinity, from: 0 };

  /** @param {Acts} acts */
  constructor(acts) {
    this.#acts = acts;
  }

  /** @param {Role} role */
  #all(role) {
    return Array.from(this.#contacts.values()).filter((contact) => contact.role === role);
  }

  /** Whether anything is held. */
  get isBusy() {
    return this.#contacts.size > 0;
  }

  /** A pen is near, or on the pad. @param {number} time */
  seePen(time) {
    this.#penSeen = time;
  }

  /** A pointer comes down. @param {Pointer} pointer @param {Zone} zone @returns {Role} what it does */
  down(pointer, zone) {
    this.up(pointer.id);
    const { id, kind } = pointer;
    /** @type {Contact} */
    const contact = { id, kind, zone, role: 'rests', from: pointer, last: pointer, way: 0 };
    this.#contacts.set(id, contact);
    if (kind === 'pen') this.#makeWay(pointer.time);
    const first = this.#partnerOf(contact);
    if (first) this.#twist(first, contact);
    else if (!this.#isPalm(pointer)) this.#take(contact);
    return contact.role;
  }

  /** A pen comes: fingers that are on the dial, or were so just now, were the hand that holds it. @param {number} time */
  #makeWay(time) {
    this.seePen(time);
    for (const contact of this.#contacts.values()) {
      if (contact.kind !== 'touch') continue;
      if (contact.role === 'draws') this.#acts.cancel(false);
      else if (contact.role === 'turns' || contact.role === 'twists') this.#turnBack();
      contact.role = 'rests';
    }
    if (time - this.#marked < PALM_MS) this.#acts.cancel(false);
    if (time - this.#tapped.time < PALM_MS) this.#acts.turnTo(this.#tapped.from);
    this.#marked = this.#tapped.time = -Infinity;
  }

  /** The other finger, if these two are to twist. @param {Contact} contact */
  #partnerOf({ kind, from }) {
    if (kind !== 'touch' || this.#isPalm(from)) return null;
    const fingers = [...this.#all('draws'), ...this.#all('waits'), ...this.#all('turns')];
    fingers.push(...this.#all('stays'));
    return fingers.find(({ kind, zone }) => kind === 'touch' && zone !== 'knob') ?? null;
  }

  /** @param {Pointer} pointer */
  #isPalm({ kind, size, time }) {
    if (kind !== 'touch') return false;
    const isWithPen = Array.from(this.#contacts.values()).some(
      (contact) => contact.kind === 'pen' && contact.role !== 'rests',
    );
    return isWithPen || time - this.#penSeen < PALM_MS || size > PALM_SIZE;
  }

  /** @param {Contact} contact */
  #take(contact) {
    const { zone, kind, from } = contact;
    const others = [...this.#all('draws'), ...this.#all('turns'), ...this.#all('twists')];
    // What a pen begins, nothing else that is down goes on with.
    if (kind === 'pen') for (const other of others) this.#finish(other);
    else if (others.length > 0) return;
    if (zone === 'pad') contact.role = this.#acts.begin(from.at) ? 'draws' : 'rests';
    else if (zone === 'knob') this.#hold([contact], 'turns');
    else contact.role = 'waits';
  }

  /** @param {Contact} first @param {Contact} second */
  #twist(first, second) {
    if (first.role === 'draws') {
      const age = second.from.time - first.from.time;
      if (first.way > MEANT.way && age > MEANT.ms) this.#acts.end();
      else this.#acts.cancel(false);
    }
    this.#hold([first, second], 'twists');
  }

  /** @param {Contact[]} contacts @param {'turns' | 'twists'} role */
  #hold(contacts, role) {
    this.#grip ??= new Grip(this.#acts.angle());
    for (const contact of contacts) contact.role = role;
    this.#acts.turn(this.#grip.raw);
  }

  /**
   * A pointer, down, has moved.
   *
   * @param {Pointer} pointer
   * @param {Place[]} points  on its way there, with the last
   */
  move(pointer, points) {
    const contact = this.#contacts.get(pointer.id);
    if (!contact) return;
    const before = contact.last;
    contact.last = pointer;
    contact.way += distance(before.at, pointer.at);
    if (pointer.kind === 'pen') this.seePen(pointer.time);
    if (pointer.size > PALM_SIZE && pointer.kind === 'touch' && this.#isFresh(contact)) {
      if (contact.role === 'draws') this.#acts.cancel(false);
      contact.role = 'rests';
    }
    if (contact.role === 'waits' && !this.#isInPlace(contact)) this.#leave(contact);
    if (contact.role === 'draws') this.#acts.extend(points);
    else if (contact.role === 'turns') this.#turn(before.at, pointer.at, { x: 0, y: 0 });
    else if (contact.role === 'twists') {
      const other = this.#all('twists').find(({ id }) => id !== contact.id);
      if (other) this.#turn(before.at, pointer.at, other.last.at);
    }
  }

  /** Whether a finger has hardly done anything. @param {Contact} contact */
  #isFresh({ role, way }) {
    return role === 'waits' || (role === 'draws' && way < MARK_WAY);
  }

  /** @param {Contact} contact */
  #isInPlace({ kind, from, last }) {
    const slack = kind === 'touch' ? SLACK.touch : kind === 'pen' ? SLACK.pen : SLACK.mouse;
    return distance(from.seen, last.seen) <= slack;
  }

  /** One that waited moves: it turns the dial, but where fingers and pens scroll the page. @param {Contact} contact */
  #leave(contact) {
    const scrolls = contact.kind === 'touch' || contact.kind === 'pen';
    if (scrolls && contact.zone === 'curves') contact.role = 'rests';
    else this.#hold([contact], 'turns');
  }

  /** Something has moved about a centre. @param {Place} before @param {Place} now @param {Place} centre */
  #turn(before, now, centre) {
    if (!this.#grip) return;
    const [a, b] = [before, now].map(({ x, y }) => ({ x: x - centre.x, y: y - centre.y }));
    if (Math.hypot(a.x, a.y) < BLIND || Math.hypot(b.x, b.y) < BLIND) return;
    const by = difference(bearing(a.x, a.y), bearing(b.x, b.y));
    this.#acts.turn(this.#grip.move(by));
  }

  /** A pointer is lifted. @param {number} id @param {number} [time]  nothing where it is not known when */
  up(id, time) {
    const contact = this.#contacts.get(id);
    if (!contact) return;
    const { role, kind, from, last, way } = contact;
    if (kind === 'touch' && role === 'draws' && way < MARK_WAY && time !== undefined)
      this.#marked = time;
    if (kind === 'pen' && time !== undefined) this.seePen(time);
    this.#finish(contact);
    this.#contacts.delete(id);
    const isTap = role === 'waits' && time !== undefined && this.#isInPlace(contact);
    if (!isTap || (kind === 'touch' && time - from.time > TAP_MS)) return;
    if (kind === 'touch') this.#tapped = { time, from: this.#acts.angle() };
    const degrees = bearing(last.at.x, last.at.y);
    this.#acts.turnTo(quarterNear(degrees) ?? degrees);
  }

  /** What a pointer has done stands; from now on it rests. @param {Contact} contact */
  #finish(contact) {
    const { role } = contact;
    contact.role = 'rests';
    if (role === 'draws') this.#acts.end();
    if (role === 'twists') for (const other of this.#all('twists')) other.role = 'stays';
    if (role === 'turns' || role === 'twists') {
      this.#grip = null;
      this.#acts.settle();
    }
  }

  /** It was turned by a hand that only rested there. */
  #turnBack() {
    if (!this.#grip) return;
    this.#acts.turn(this.#grip.from);
    this.#grip = null;
    this.#acts.settle();
  }

  /** A pointer is taken away. @param {number} id */
  cancel(id) {
    const contact = this.#contacts.get(id);
    if (contact?.role === 'draws' && contact.kind === 'touch') {
      // The system took the finger for a palm or a gesture, and may be wrong.
      this.#acts.cancel(contact.way > MEANT.way);
      contact.role = 'rests';
    }
    this.up(id);
  }

  /** Nothing is on the dial any more, or nobody tells what is. */
  letGo() {
    for (const id of [...this.#contacts.keys()]) this.up(id);
  }

  /** Fingers that are still thought to be there are not. */
  forgetFingers() {
    for (const { id, kind } of [...this.#contacts.values()]) if (kind === 'touch') this.up(id);
  }
}

// What is near the screen, and parts of views that come and go with networks.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { eachNetwork, hurried, near, painted, reached, watch } from '../../www/watch.js';
import { signal } from '@preact/signals-core';
import { fakeDemo } from './fake_demo.js';

const world = /** @type {any} */ (globalThis);

class FakeObserver {
  /** @type {FakeObserver[]} */
  static all = [];
  /** @type {object | null} */
  observed = null;

  /** @param {(entries: { isIntersecting: boolean }[]) => void} tell @param {IntersectionObserverInit} options */
  constructor(tell, options) {
    this.tell = tell;
    this.options = options;
    FakeObserver.all.push(this);
  }
  /** @param {object} element */
  observe(element) {
    this.observed = element;
  }
  disconnect() {
    this.observed = null;
  }
}

describe('whether an element is near the screen', () => {
  afterEach(() => {
    delete world.IntersectionObserver;
    FakeObserver.all = [];
  });

  test('is as the browser says, and until then it is', () => {
    world.IntersectionObserver = FakeObserver;
    const life = new AbortController();
    const element = /** @type {Element} */ ({});
    const is = near(element, life.signal);
    const [observer] = FakeObserver.all;
    assert.equal(observer.observed, element);
    assert.match(String(observer.options.rootMargin), /^[1-9]\d*%/);
    assert.equal(is.value, true);
    observer.tell([{ isIntersecting: true }, { isIntersecting: false }]);
    assert.equal(is.value, false, 'the last word counts');
    observer.tell([{ isIntersecting: true }]);
    assert.equal(is.value, true);
    life.abort();
    assert.equal(observer.observed, null);
  });

  test('cannot be known everywhere: then it is', () => {
    assert.equal(near(/** @type {Element} */ ({}), new AbortController().signal).value, true);
  });
});

describe('whether what is there has been painted', () => {
  /** @type {(() => void)[]} */
  let frames = [];
  const draw = () => frames.splice(0).forEach((frame) => frame());
  afterEach(() => {
    delete world.requestAnimationFrame;
    mock.timers.reset();
    frames = [];
  });

  test('is told when the frame after it begins', () => {
    world.requestAnimationFrame = (/** @type {() => void} */ frame) => frames.push(frame);
    const is = painted(new AbortController().signal);
    draw();
    assert.equal(is.value, false, 'this frame is painted after that');
    draw();
    assert.equal(is.value, true);
  });

  test('is not waited for where no frames are drawn', () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    world.requestAnimationFrame = () => {};
    const life = new AbortController();
    const [is, other] = [painted(life.signal), painted(new AbortController().signal)];
    life.abort();
    mock.timers.tick(1000);
    assert.deepEqual([is.value, other.value], [false, true]);
  });

  test('cannot be known everywhere: then it is', () => {
    assert.equal(painted(new AbortController().signal).value, true);
  });
});

describe('whether one hurries past', () => {
  const SCREEN = 800;
  /** @type {(() => void)[]} */
  let frames = [];
  let now = 0;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    Object.assign(world, {
      document: new EventTarget(),
      Element: class {},
      IntersectionObserver: FakeObserver,
      innerHeight: SCREEN,
      scrollY: 0,
      requestAnimationFrame: (/** @type {() => void} */ frame) => frames.push(frame),
    });
    // Long after whatever was scrolled before.
    now += 10_000;
  });
  afterEach(() => {
    for (const name of ['document', 'Element', 'IntersectionObserver', 'innerHeight', 'scrollY'])
      delete world[name];
    delete world.requestAnimationFrame;
    mock.timers.reset();
    FakeObserver.all = [];
    frames = [];
  });
  /** By so many pixels, so long after the last move. @param {number} way @param {number} ms */
  const scroll = (way, ms) => {
    now += ms;
    world.scrollY += way;
    const event = new Event('scroll');
    Object.defineProperty(event, 'timeStamp', { value: now });
    world.document.dispatchEvent(event);
  };
  const rest = () => {
    mock.timers.tick(100);
    frames.splice(0).forEach((frame) => frame());
  };

  test('is told of more than a screen a second, until one slows down', () => {
    const is = hurried();
    scroll(0, 0);
    scroll((SCREEN * 16) / 1000 - 1, 16);
    assert.equal(is.value, false, 'as one reads');
    scroll((SCREEN * 16) / 1000 + 1, 16);
    assert.equal(is.value, true);
    mock.timers.tick(99);
    scroll(1, 99);
    mock.timers.tick(1);
    assert.equal(is.value, true, 'not before a frame that shows it');
    frames.splice(0).forEach((frame) => frame());
    assert.equal(is.value, false);
  });

  test('lasts where the next move comes late', () => {
    const is = hurried();
    scroll(0, 0);
    scroll(400, 200);
    mock.timers.tick(100);
    scroll(400, 200);
    frames.splice(0).forEach((frame) => frame());
    assert.equal(is.value, true);
    rest();
    assert.equal(is.value, false);
  });

  test('is not so after a single jump, as by a link', () => {
    const is = hurried();
    scroll(5000, 1000);
    assert.equal(is.value, false);
  });

  test('what one hurries past is not reached until one slows down, and stays so while it is near', () => {
    const life = new AbortController();
    const is = reached(/** @type {Element} */ ({}), life.signal, '50% 0px');
    const [observer] = FakeObserver.all;
    assert.equal(observer.options.rootMargin, '50% 0px');
    scroll(0, 0);
    scroll(100, 16);
    observer.tell([{ isIntersecting: true }]);
    assert.equal(is.value, false);
    rest();
    assert.equal(is.value, true);
    scroll(100, 16);
    assert.equal(is.value, true, 'it has begun');
    observer.tell([{ isIntersecting: false }]);
    assert.equal(is.value, false);
    life.abort();
  });
});

test('what follows a signal stops with its view', () => {
  const life = new AbortController();
  const value = signal(1);
  /** @type {number[]} */
  const seen = [];
  watch(life.signal, () => void seen.push(value.value));
  value.value = 2;
  life.abort();
  value.value = 3;
  assert.deepEqual(seen, [1, 2]);
});

test('parts come and go with networks, and stay where only the network is another', () => {
  const { demo } = fakeDemo('a', 'b');
  const life = new AbortController();
  /** @type {string[]} */
  const log = [];
  eachNetwork(demo, life.signal, (network, index, signal) => {
    log.push(`made ${index}`);
    signal.addEventListener('abort', () => log.push(`ended ${index}`));
    watch(signal, () => void log.push(`${index} is ${network.value?.value}`));
    return [
      /** @type {Element} */ (
        /** @type {unknown} */ ({ remove: () => log.push(`removed ${index}`) })
      ),
    ];
  });
  assert.deepEqual(log.splice(0), ['made 0', '0 is a', 'made 1', '1 is b']);
  demo.networks.show(['a', 'c']);
  assert.deepEqual(log.splice(0).slice(-1), ['1 is c']);
  demo.networks.show(['a']);
  const gone = log.splice(0);
  assert(gone.includes('ended 1') && gone.includes('removed 1') && !gone.includes('ended 0'));
  demo.networks.show(['a', 'b', 'c']);
  assert.deepEqual(
    log.splice(0).filter((line) => line.startsWith('made')),
    ['made 1', 'made 2'],
  );
  life.abort();
  assert.deepEqual(log.splice(0), ['ended 0', 'ended 1', 'ended 2']);
});

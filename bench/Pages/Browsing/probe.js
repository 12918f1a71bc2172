// In every page before its own scripts: what the page does to its reader, read by the bench as `window.probe`.
(() => {
  const probe = { shift: 0, longTasks: 0, nodes: 0, frames: [], seen: {} };
  window.probe = probe;

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) probe.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    probe.longTasks += list.getEntries().length;
  }).observe({ type: 'longtask', buffered: true });

  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    return box.height > 0 && box.bottom > 0 && box.top < innerHeight && getComputedStyle(element).visibility === 'visible';
  };

  // The moment at which an element that the selector means has been painted, in ms since the navigation.
  probe.watch = (selector) => {
    const look = () => {
      if (![...document.querySelectorAll(selector)].some(isSeen)) return requestAnimationFrame(look);
      // The first task after the frame: the element is on the screen.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        probe.seen[selector] = performance.now();
      };
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  };
  for (const selector of ['a[data-row]', '[data-message]']) probe.watch(selector);

  let before = 0;
  const all = document.getElementsByTagName('*');
  const frame = (now) => {
    probe.nodes = Math.max(probe.nodes, all.length);
    if (before > 0) probe.frames.push(now - before);
    before = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);

  // From now on, how far the message in the middle of the timeline moves in any frame.
  probe.hold = () => {
    const { top, height } = document.querySelector('[data-timeline]').getBoundingClientRect();
    const middle = top + height / 2;
    const held = [...document.querySelectorAll('[data-message]')].find(
      (message) => message.getBoundingClientRect().bottom > middle,
    );
    const id = held.dataset.message;
    const at = held.getBoundingClientRect().top;
    probe.moved = 0;
    const hold = {};
    probe.holding = hold;
    const look = () => {
      if (probe.holding !== hold) return;
      const now = document.querySelector(`[data-message="${id}"]`)?.getBoundingClientRect().top;
      probe.moved = Math.max(probe.moved, now === undefined ? height : Math.abs(now - at));
      requestAnimationFrame(look);
    };
    look();
  };

  // Jumps to the end in this direction until nothing has come for a while, or until the time is over.
  probe.loadAll = async (selector, direction, milliseconds) => {
    const place = document.querySelector(selector);
    const list = [place, ...place.querySelectorAll('*')].find((element) => /auto|scroll/.test(getComputedStyle(element).overflowY));
    const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    let [height, since] = [0, performance.now()];
    const end = since + milliseconds;
    while (performance.now() < Math.min(since + 2000, end)) {
      if (list.scrollHeight !== height) [height, since] = [list.scrollHeight, performance.now()];
      list.scrollTop = direction > 0 ? list.scrollHeight : Math.random() * 100;
      await wait(10);
    }
  };

  probe.restart = () => {
    Object.assign(probe, { shift: 0, longTasks: 0, nodes: 0, frames: [] });
  };
})();

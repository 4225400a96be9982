// A few places to share as a location, and a rough outline of Cambodia to show where a location lies.

import { svg } from './dom.js';

/** Name, latitude, longitude. */
export const PLACES = [
  [{ km: 'ភ្នំពេញ · បឹងកេងកង១', en: 'Phnom Penh · BKK 1', zh: '金边 · 万景岗一' }, 11.5513, 104.9257],
  [{ km: 'ភ្នំពេញ · ទួលគោក', en: 'Phnom Penh · Tuol Kouk', zh: '金边 · 堆谷' }, 11.5785, 104.8980],
  [{ km: 'ព្រះសីហនុ', en: 'Sihanoukville', zh: '西哈努克' }, 10.6270, 103.5221],
  [{ km: 'សៀមរាប', en: 'Siem Reap', zh: '暹粒' }, 13.3618, 103.8597],
  [{ km: 'បាវិត', en: 'Bavet', zh: '巴域' }, 11.0803, 106.1567],
  [{ km: 'ប៉ោយប៉ែត', en: 'Poipet', zh: '波贝' }, 13.6560, 102.5670],
  [{ km: 'កំពត', en: 'Kampot', zh: '贡布' }, 10.6104, 104.1815],
  [{ km: 'បាងកក (ក្រៅប្រទេស)', en: 'Bangkok (abroad)', zh: '曼谷（境外）' }, 13.7563, 100.5018],
];

// Longitude and latitude of a dozen and a half points of the border, to a few kilometres: a sketch, not a map.
const BORDER = [
  [103.50, 10.63], [103.09, 11.15], [102.59, 12.19], [102.35, 13.39], [102.55, 13.66], [102.99, 14.23], [104.28, 14.42],
  [105.22, 14.27], [106.04, 13.88], [106.50, 14.57], [107.38, 14.20], [107.61, 13.54], [107.49, 12.34], [105.81, 11.57],
  [106.25, 10.96], [105.20, 10.89], [104.33, 10.49],
];
const MEKONG = [[105.95, 14.0], [105.97, 13.4], [106.02, 12.5], [105.46, 12.0], [104.94, 11.57], [105.12, 10.9]];
const WEST = 101.9, NORTH = 14.9, SCALE = 44;

const x = (longitude) => (longitude - WEST) * SCALE;
const y = (latitude) => (NORTH - latitude) * SCALE;
const line = (points) => points.map(([longitude, latitude], n) => `${n ? 'L' : 'M'}${x(longitude).toFixed(1)} ${y(latitude).toFixed(1)}`).join('');

/** A sketch of the country with a pin at the place; a place abroad is pinned at the edge. */
export function sketch(latitude, longitude) {
  const left = Math.min(Math.max(x(longitude), 14), 256);
  const top = Math.min(Math.max(y(latitude), 30), 196);
  return svg('svg', { viewBox: '0 0 270 206', class: 'map', 'aria-hidden': 'true' },
    svg('rect', { width: 270, height: 206, class: 'map-sea' }),
    svg('path', { d: `${line(BORDER)}Z`, class: 'map-land' }),
    svg('ellipse', { cx: x(104.1), cy: y(12.85), rx: 29, ry: 8, transform: `rotate(40 ${x(104.1)} ${y(12.85)})`, class: 'map-water' }),
    svg('path', { d: line(MEKONG), class: 'map-river' }),
    svg('path', { d: `M${left} ${top}c-9 -11 -11 -14 -11 -18a11 11 0 0 1 22 0c0 4 -2 7 -11 18z`, class: 'map-pin' }),
    svg('circle', { cx: left, cy: top - 18, r: 4, class: 'map-hole' }));
}

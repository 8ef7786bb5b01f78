// @ts-check

const presentation = 'use presentation attributes, such as fill="currentColor"'

/**
 * What Zendesk's sanitiser takes out of every uploaded SVG, and so what an author would find missing
 * in the product: looked for in the text, as an author wrote it.
 */
const changes = [
  { found: /<!--/, says: 'comments are taken out on upload', wayOut: 'take them out' },
  { found: /<style\b/i, says: 'a <style> element is taken out on upload', wayOut: presentation },
  { found: /<script\b/i, says: 'a <script> element is taken out on upload', wayOut: 'take it out' },
  { found: /\son[a-z]+\s*=/i, says: 'event attributes are taken out on upload', wayOut: 'take them out' },
  {
    found: /\smask\s*=\s*["']\s*url\(/i,
    says: 'the mask attribute is taken out on upload',
    wayOut: 'use clip-path, or cut the shape itself',
  },
  {
    found: /\svector-effect\s*=/i,
    says: 'the vector-effect attribute is taken out on upload',
    wayOut: 'take it out',
  },
  {
    found: /\sfocusable\s*=/i,
    says: 'the focusable attribute is taken out on upload',
    wayOut: 'take it out',
  },
  { found: /\sstyle\s*=/i, says: 'the style attribute is rewritten on upload', wayOut: presentation },
  {
    found: /<image\b/i,
    says: 'an <image> element makes Zendesk put a placeholder in place of the whole file',
    wayOut: 'draw it as shapes, or use a PNG',
  },
]

/**
 * What applies to an SVG; empty when it arrives in Zendesk as it is.
 *
 * @param {string} text
 */
export const changedBySanitiser = (text) => changes.filter(({ found }) => found.test(text))

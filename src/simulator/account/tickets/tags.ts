interface TagInput {
  tags?: string[]
  additional_tags?: string[]
  remove_tags?: string[]
}

/** Tags as Zendesk keeps them: lower case, without blanks, each once. */
export const readTags = (texts: string[]): string[] => [
  ...new Set(
    texts
      .flatMap((text) =>
        text
          .toLowerCase()
          .trim()
          .split(/[\s,]+/),
      )
      .filter((tag) => tag !== ''),
  ),
]

/** `tags` replace those that are there; `additional_tags` and `remove_tags` leave the others alone. */
export function tagsAfter(
  before: string[],
  { tags, additional_tags = [], remove_tags = [] }: TagInput,
): string[] {
  const gone = readTags(remove_tags)
  const all = readTags([...(tags ?? before), ...additional_tags])
  return all.filter((tag) => !gone.includes(tag))
}

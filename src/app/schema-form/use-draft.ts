import { useCallback, useMemo, useState } from 'react'
import type { Json, JsonObject } from '../../zis/json'
import { useText } from '../platform/words'
import type { Broken, Form } from './form-context'
import { pointerOf, sameJson, withValueAt } from './path'
import { problemsIn, type FieldProblem } from './problems'
import { toConfig, withDefaults, withoutBlanks } from './values'

export interface Wrong {
  pointer: string
  title: string
  message: string
}

/**
 * The values of a form while they are edited. Newly loaded ones come in as long as nothing is edited; what
 * is being edited stays. The first look for mistakes is at a save, then with every change.
 */
export function useDraft(root: JsonObject, stored: Json | undefined, order: string[]) {
  const t = useText()
  const start = useMemo(() => withDefaults(root, stored), [root, stored])
  const [edited, setEdited] = useState<Json>()
  const [broken, setBroken] = useState<ReadonlyMap<string, Broken>>(new Map())
  const [isChecked, setChecked] = useState(false)
  // A field whose text is no value keeps it to itself; it begins anew with another version.
  const [version, setVersion] = useState(0)
  const draft = edited ?? start

  const isDirty =
    broken.size > 0 || (edited !== undefined && !sameJson(toConfig(root, edited), toConfig(root, start)))

  const look = (values: Json): Wrong[] => {
    const says = ({ rule, title, limit = 0 }: FieldProblem) => t(`form.${rule}`, { name: title, limit })
    const isBroken = (pointer: string) =>
      [...broken.keys()].some((one) => `${pointer}/`.startsWith(`${one}/`))
    return [
      ...[...broken].map(([pointer, found]) => ({ pointer, ...found })),
      ...problemsIn(root, values, order)
        .map((problem) => ({
          pointer: pointerOf(problem.path),
          title: problem.title,
          message: says(problem),
        }))
        .filter(({ pointer }) => !isBroken(pointer)),
    ]
  }
  const wrong = isChecked ? look(draft) : []

  const begin = (values: Json | undefined) => {
    setEdited(values)
    setBroken(new Map())
    setChecked(false)
    if (broken.size > 0) setVersion((count) => count + 1)
  }
  const note = useCallback((pointer: string, found: Broken | undefined) => {
    setBroken((before) => {
      if (found === undefined && !before.has(pointer)) return before
      const next = new Map(before)
      if (found) next.set(pointer, found)
      else next.delete(pointer)
      return next
    })
  }, [])

  const form: Form = {
    root,
    draft,
    clean: withoutBlanks(draft),
    messages: new Map(wrong.map(({ pointer, message }) => [pointer, message])),
    order,
    set: (path, value) =>
      setEdited((before) => withDefaults(root, withValueAt(before ?? start, path, value))),
    setBroken: note,
  }
  return {
    form,
    draft,
    wrong,
    isDirty,
    version,
    /** What would be stored. */
    config: () => toConfig(root, draft) as JsonObject,
    /** Looks for mistakes, now and from now on. */
    check(): Wrong[] {
      setChecked(true)
      return look(draft)
    },
    /** Takes other values, as an edit that is not saved yet. */
    take: (values: Json) => begin(withDefaults(root, values)),
    /** Goes back to what is stored. */
    cancel: () => begin(undefined),
  }
}

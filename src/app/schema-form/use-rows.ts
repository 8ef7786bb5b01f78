import { useEffect, useRef, useState } from 'react'
import { fieldOf, type Field } from './fields'
import { useField, useForm } from './form-context'
import { pointerOf } from './path'
import { withDefaults, withoutBlanks } from './values'
import type { Json } from '../../zis/json'
import { controlIn, marked } from './controls'

export type Part = 'field' | 'up' | 'down' | 'remove' | 'add'

/** Marks a button of a list: what it does, and to which row. */
export const partOf = (part: Part, pointer: string) => `${part} ${pointer}`

/** The rows of a list: what can be done with them, and where the focus goes then. */
export function useRows(field: Field) {
  const { root } = useForm()
  const { value, error, setValue } = useField(field)
  const rows: Json[] = Array.isArray(value) ? value : []
  const container = useRef<HTMLDivElement>(null)
  const [focus, setFocus] = useState<{ part: Part; pointer: string }>()
  const focusOn = (row: number, part: Part) =>
    setFocus({ part, pointer: pointerOf(part === 'add' ? field.path : [...field.path, row]) })
  const [moved, setMoved] = useState<number>()

  useEffect(() => {
    if (focus === undefined) return
    if (focus.part === 'field') {
      controlIn(container.current, focus.pointer)?.focus()
      return
    }
    const find = (part: Part) =>
      marked(container.current, 'part', partOf(part, focus.pointer)) as HTMLButtonElement | undefined
    const button = find(focus.part)
    // At either end there is no way on in the same direction.
    const other = focus.part === 'up' ? 'down' : focus.part === 'down' ? 'up' : 'remove'
    ;(button?.disabled ? find(other) : button)?.focus()
  }, [focus])

  return {
    rows,
    error,
    container,
    /** The place that a row has just been moved to, counted from one. */
    moved,
    canAdd: !(typeof field.schema.maxItems === 'number' && rows.length >= field.schema.maxItems),
    add() {
      setValue([...rows, startOf(root, field)])
      focusOn(rows.length, 'field')
    },
    remove(row: number) {
      setValue(rows.filter((_, index) => index !== row))
      const last = rows.length - 2
      if (last < 0) focusOn(0, 'add')
      else focusOn(Math.min(row, last), 'remove')
    },
    move(row: number, by: 1 | -1) {
      const next = [...rows]
      next.splice(row + by, 0, ...next.splice(row, 1))
      setValue(next)
      setMoved(row + by + 1)
      focusOn(row + by, by === 1 ? 'down' : 'up')
    },
  }
}

/** What a new row starts with: the defaults of its schema. */
function startOf(root: Parameters<typeof fieldOf>[0], { schema, path }: Field): Json {
  const { kind } = fieldOf(root, schema.items, { path: [...path, 0], isRequired: true, value: undefined })
  if (kind !== 'group') return ''
  const items = { ...(root.$defs ? { $defs: root.$defs } : {}), allOf: [schema.items ?? true] }
  return withDefaults(items, withoutBlanks({}))
}

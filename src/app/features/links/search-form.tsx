import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input } from '@zendeskgarden/react-forms'
import { useId, useRef, useState, type FormEvent } from 'react'
import { useText } from '../../platform/words'
import type { LinkSearch } from '../../queries/links'
import { Buttons, Stack } from '../../ui/blocks'
import { FieldMessage } from '../../ui/field-message'

interface Props {
  /** Link types that the flows name. */
  types: string[]
  first: LinkSearch | undefined
  onSearch: (search: LinkSearch) => void
}

/** What to look for. ZIS has no list of all links: a type is always needed (zis-api 6.1). */
export function SearchForm({ types, first, onSearch }: Props) {
  const t = useText()
  const listId = useId()
  const [isMissing, setMissing] = useState(false)
  const type = useRef<HTMLInputElement>(null)
  const left = useRef<HTMLInputElement>(null)
  const right = useRef<HTMLInputElement>(null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const link_type = type.current!.value.trim()
    setMissing(link_type === '')
    if (link_type === '') type.current!.focus()
    else onSearch({ link_type, left: left.current!.value.trim(), right: right.current!.value.trim() })
  }

  return (
    <form onSubmit={submit} noValidate role="search" aria-label={t('links.search')}>
      <Stack $gap="sm">
        <Field>
          <Field.Label>{t('links.type')}</Field.Label>
          <Field.Hint>
            {types.length > 0 ? t('links.type_known', { names: types }) : t('links.type_hint')}
          </Field.Hint>
          <Input
            ref={type}
            list={listId}
            autoComplete="off"
            defaultValue={first?.link_type ?? types[0]}
            validation={isMissing ? 'error' : undefined}
          />
          {isMissing && <FieldMessage>{t('links.type_missing')}</FieldMessage>}
        </Field>
        <datalist id={listId}>
          {types.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field>
          <Field.Label>{t('links.left')}</Field.Label>
          <Field.Hint>{t('links.name_hint')}</Field.Hint>
          <Input ref={left} autoComplete="off" defaultValue={first?.left ?? '*'} />
        </Field>
        <Field>
          <Field.Label>{t('links.right')}</Field.Label>
          <Input ref={right} autoComplete="off" defaultValue={first?.right} />
        </Field>
        <Buttons>
          <Button type="submit" isPrimary>
            {t('links.find')}
          </Button>
        </Buttons>
      </Stack>
    </form>
  )
}

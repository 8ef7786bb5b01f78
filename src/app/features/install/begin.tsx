import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input } from '@zendeskgarden/react-forms'
import { useRef, useState } from 'react'
import { isIntegrationKey } from '../../../zis/names'
import { useConsole } from '../../platform/console'
import { isNameTaken } from '../../platform/problem'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import type { Registered } from '../../queries/integrations'
import { Buttons, Card, Stack } from '../../ui/blocks'
import { BusyLabel } from '../../ui/busy-label'
import { ProblemAlert } from '../../ui/problem-alert'
import { Preflight } from './preflight'
import { suggestedKeys } from './suggestions'
import { useBegin } from './use-begin'
import { WhatItDoes } from './what-it-does'
import { FieldMessage } from '../../ui/field-message'

/** Before anything is done: what the integration does and needs, and the key it is to have. */
export function Begin({ catalogued, registered }: { catalogued: Catalogued; registered: Registered[] }) {
  const t = useText()
  const { frame } = useConsole()
  const { definition } = catalogued
  const [key, setKey] = useState(definition.default_key)
  const [wrong, setWrong] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const begin = useBegin(catalogued)
  const isSame = begin.variables === key
  const taken = begin.isError && isSame && isNameTaken(begin.error)
  // Registering it once more would write over an integration that has nothing to do with this one.
  const own = registered.find((one) => one.key === key)
  const isUsed = own?.record?.catalogue !== undefined && own.record.catalogue !== catalogued.name
  const suggestions = suggestedKeys(
    definition.default_key,
    frame.subdomain,
    registered.map((one) => one.key),
  ).filter((one) => one !== key)

  const mistake = wrong ? 'key_wrong' : taken ? 'key_taken' : isUsed ? 'key_used' : undefined

  const start = () => {
    const isWrong = !isIntegrationKey(key)
    setWrong(isWrong)
    if (isWrong || isUsed) input.current?.focus()
    else if (!begin.isPending) begin.mutate(key)
  }

  return (
    <Card>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
      >
        <Stack>
          <WhatItDoes definition={definition} />
          <Field>
            <Field.Label>{t('begin.key')}</Field.Label>
            <Field.Hint>{t('begin.key_hint')}</Field.Hint>
            <Input
              ref={input}
              value={key}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => {
                setKey(target.value)
                setWrong(false)
              }}
              validation={mistake ? 'error' : undefined}
            />
            {mistake && <FieldMessage>{t(`begin.${mistake}`)}</FieldMessage>}
            {!mistake && own && <FieldMessage validation="warning">{t('begin.key_own')}</FieldMessage>}
          </Field>
          <Preflight
            catalogued={catalogued}
            integration={key}
            mistake={mistake ?? (isIntegrationKey(key) ? undefined : 'key_wrong')}
            isOwn={own !== undefined}
            notWritten={begin.isError && isSame && begin.stage === 'record' ? begin.error : undefined}
            onRetry={start}
          />
          {begin.isError && isSame && (
            <ProblemAlert
              title={t(taken ? 'begin.taken_title' : 'begin.failed')}
              problem={begin.error}
              says={
                taken
                  ? t('begin.taken_text', { key: begin.variables ?? key })
                  : begin.error.status === 403 && begin.error.kind === 'refused'
                    ? t('home.refused')
                    : undefined
              }
            />
          )}
          <Buttons>
            {(taken || isUsed) &&
              suggestions.map((suggestion) => (
                <Button
                  key={suggestion}
                  onClick={() => {
                    setKey(suggestion)
                    begin.reset()
                    input.current?.focus()
                  }}
                >
                  {t('begin.use_suggestion', { key: suggestion })}
                </Button>
              ))}
            <Button type="submit" isPrimary>
              <BusyLabel isBusy={begin.isPending} busyLabel={t('begin.starting')}>
                {t('begin.start')}
              </BusyLabel>
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Card>
  )
}

import type { IntegrationDefinition } from '../../../zis/definition'
import { useText } from '../../platform/words'
import { Heading, List, Stack, Text } from '../../ui/blocks'

/** What an integration does and what it needs, before anything of it is there. */
export function WhatItDoes({ definition }: { definition: IntegrationDefinition }) {
  const t = useText()
  return (
    <>
      <Stack $gap="sm">
        <Heading>{t('begin.what')}</Heading>
        <Text>{definition.description}</Text>
        <List>
          {definition.reads_and_writes.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </List>
      </Stack>
      <Stack $gap="sm">
        <Heading>{t('begin.needs')}</Heading>
        <List>
          {definition.connections.map(({ name, title, kind }) => (
            <li key={name}>
              {t(kind === 'oauth' ? 'begin.needs_system' : 'begin.needs_credential', { name: title })}
            </li>
          ))}
          {definition.webhooks?.map(({ name, title }) => (
            <li key={name}>{t('begin.needs_webhook', { name: title })}</li>
          ))}
        </List>
      </Stack>
    </>
  )
}

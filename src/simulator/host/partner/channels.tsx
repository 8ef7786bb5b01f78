import { Avatar } from '@zendeskgarden/react-avatars'
import { Tabs } from '@zendeskgarden/react-tabs'
import { MD } from '@zendeskgarden/react-typography'
import { useEffect, useRef, useState } from 'react'
import styled from 'styled-components'
import type { PartnerState } from '../../services/control/wire'
import { Row, Subtle } from '../ui/blocks'
import { Empty } from '../ui/faces'
import { When } from '../ui/time'
import { useIsNarrow } from '../ui/window-size'

type Channel = NonNullable<PartnerState['channels']>[number]

const Scroller = styled.div`
  max-height: 60vh;
  overflow-y: auto;
`
const Messages = styled.ol`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.space.md};
  margin: 0;
  padding: ${({ theme }) => theme.space.sm};
  list-style: none;
`
const Message = styled.li`
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.sm};
`
const Text = styled.p`
  margin: 0;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`
const Count = styled(Subtle)`
  margin-inline-start: ${({ theme }) => theme.space.xs};
`
/** Garden lays vertical tabs out as a table, in which the panel would be as narrow as its text. */
const ChannelTabs = styled(Tabs)`
  display: ${({ isVertical }) => (isVertical ? 'flex' : 'block')};
  & > [role='tabpanel'] {
    flex: 1;
    min-width: 0;
  }
`

/** Channels on the left, the messages of the chosen one beside them. */
export function Channels({ channels }: { channels: Channel[] }) {
  const [chosen, setChosen] = useState<string>()
  const isNarrow = useIsNarrow()
  // Until the user chooses: where something was posted last, else the first.
  const current = channels.find(({ id }) => id === chosen) ?? busiest(channels)

  if (!current) return <Empty title="No channels" text="This workspace has no channels." />
  return (
    <ChannelTabs isVertical={!isNarrow} selectedItem={current.id} onChange={(id: string) => setChosen(id)}>
      <Tabs.TabList aria-label="Channels">
        {channels.map(({ id, name, messages }) => (
          <Tabs.Tab key={id} item={id}>
            # {name}
            {messages.length > 0 && <Count>{messages.length}</Count>}
          </Tabs.Tab>
        ))}
      </Tabs.TabList>
      {channels.map((channel) => (
        <Tabs.TabPanel key={channel.id} item={channel.id}>
          {channel.id === current.id && <Conversation channel={channel} />}
        </Tabs.TabPanel>
      ))}
    </ChannelTabs>
  )
}

const busiest = (channels: Channel[]): Channel | undefined =>
  channels.reduce<Channel | undefined>(
    (last, channel) =>
      (channel.messages.at(-1)?.at ?? '') > (last?.messages.at(-1)?.at ?? '') ? channel : (last ?? channel),
    undefined,
  )

function Conversation({ channel: { name, messages } }: { channel: Channel }) {
  const list = useRef<HTMLDivElement>(null)
  const newest = messages.at(-1)?.ts
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [newest])

  if (messages.length === 0) {
    return <Empty title="No messages" text={`What is posted to #${name} shows up here at once.`} />
  }
  return (
    // What is added is read out, as in a chat.
    <Scroller ref={list} role="log" aria-label={`Messages in #${name}`} tabIndex={0}>
      <Messages>
        {messages.map(({ ts, at, text, author }) => (
          <Message key={ts}>
            <Avatar
              aria-hidden="true"
              isSystem
              size="small"
              foregroundColor="foreground.default"
              backgroundColor="background.subtle"
            >
              <Avatar.Text>{author.charAt(0).toUpperCase()}</Avatar.Text>
            </Avatar>
            <div>
              <Row $gap="xs" $align="baseline">
                <MD isBold>{author}</MD>
                <Subtle>
                  <When at={at} />
                </Subtle>
              </Row>
              <Text>{text}</Text>
            </div>
          </Message>
        ))}
      </Messages>
    </Scroller>
  )
}

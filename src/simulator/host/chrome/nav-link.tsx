import { Nav } from '@zendeskgarden/react-chrome'
import { Tooltip } from '@zendeskgarden/react-tooltips'
import { focusStyles, getColor } from '@zendeskgarden/react-theming'
import { Span } from '@zendeskgarden/react-typography'
import type { ReactElement } from 'react'
import styled from 'styled-components'
import { useLinkClick } from '../ui/link'

/** Icons are 18 px in the 26 px box that Garden gives them, as Zendesk shows those of apps. */
const IconBox = styled.span`
  display: flex;
  align-items: center;
  justify-content: center;
  & > * {
    width: 18px;
    height: 18px;
  }
`
const ListItem = styled.li`
  display: flex;
  /* Behind the logo, as Garden's own items are. */
  order: 1;
  margin: 0;
  padding: 0;
  list-style-type: none;
`
/** Garden's item is always a button. This one leads somewhere, and can be opened in another tab. */
const Anchor = styled.a<{ $isExpanded: boolean }>`
  display: flex;
  flex: 1;
  flex-shrink: 0;
  align-items: center;
  justify-content: ${({ $isExpanded }) => ($isExpanded ? 'start' : 'center')};
  opacity: ${({ theme }) => theme.opacity[700]};
  padding: ${({ theme }) => `${theme.space.xxs} ${theme.space.xs}`};
  min-width: 0;
  min-height: 40px;
  color: inherit;
  text-decoration: none;
  &:hover {
    opacity: 1;
    background-color: ${({ theme }) => getColor({ theme, hue: 'white', transparency: theme.opacity[100] })};
  }
  ${({ theme }) =>
    focusStyles({
      theme,
      condition: false,
      styles: {
        opacity: 1,
        outline: `${theme.borderWidths.md} solid ${getColor({ theme, hue: 'white' })}`,
        outlineOffset: `-${theme.borderWidths.md}`,
      },
    })}
  &[aria-current='page'] {
    opacity: 1;
    background-color: ${({ theme }) => getColor({ theme, hue: 'chromeHue', shade: 700 })};
  }
`
const Icon = styled(Nav.ItemIcon)<{ $isExpanded: boolean }>`
  margin-inline: ${({ theme, $isExpanded }) => ($isExpanded ? theme.space.xs : 0)};
`
const Text = styled.span`
  overflow-wrap: anywhere;
`

interface NavLinkProps {
  to: string
  text: string
  icon: ReactElement
  isCurrent: boolean
  isExpanded: boolean
}

/** A place in the navigation bar; without room for its words they are a tooltip. */
export function NavLink({ to, text, icon, isCurrent, isExpanded }: NavLinkProps) {
  const onClick = useLinkClick(to)
  const link = (
    <Anchor
      href={to}
      onClick={onClick}
      aria-current={isCurrent ? 'page' : undefined}
      $isExpanded={isExpanded}
    >
      <Icon $isExpanded={isExpanded}>
        <IconBox aria-hidden="true">{icon}</IconBox>
      </Icon>
      {/* The text is there for screen readers in either case. */}
      {isExpanded ? <Text>{text}</Text> : <Span hidden>{text}</Span>}
    </Anchor>
  )
  return (
    <ListItem>
      {isExpanded ? (
        link
      ) : (
        <Tooltip content={text} placement="end" aria-hidden="true">
          {link}
        </Tooltip>
      )}
    </ListItem>
  )
}

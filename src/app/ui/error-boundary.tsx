import { Component, type ReactNode } from 'react'

interface Props {
  /** What to show in place of a page that broke. */
  fallback: (error: Error) => ReactNode
  children: ReactNode
}

/** What broke, and nothing that was typed or read. */
export function reportOfFault({ name, message, stack = '' }: Error): string {
  const what = `${name}: ${message}`
  // Some browsers begin the stack with it.
  return (stack.startsWith(what) ? stack : `${what}\n${stack}`).slice(0, 2000)
}

export const reload = (): void => window.location.reload()

/** Keeps a fault of ours from leaving the admin with an empty page. */
export class ErrorBoundary extends Component<Props, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    return this.state.error ? this.props.fallback(this.state.error) : this.props.children
  }
}

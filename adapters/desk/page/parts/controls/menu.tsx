/** A button that shows more of them. Closed by Escape, by a press elsewhere, and by choosing; the focus goes back. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Icon, type IconName } from './icon.tsx'

interface MenuProps {
  readonly label: string
  readonly icon: IconName
  readonly isLabelShown?: boolean
  readonly children: ComponentChildren
}

export function Menu({ label, icon, isLabelShown = false, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panelId = useId()
  useEffect(() => {
    if (!isOpen) return
    const close = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    document.addEventListener('keydown', onKey, true)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
      document.removeEventListener('keydown', onKey, true)
    }
  }, [isOpen])
  const choose = (event: Event) => {
    if (event.target instanceof Element && event.target.closest('button, a')) {
      setOpen(false)
      button.current?.focus()
    }
  }
  return (
    <div class="menu" ref={root}>
      <button
        type="button"
        ref={button}
        class="soft"
        aria-expanded={isOpen}
        aria-controls={panelId}
        aria-label={label}
        title={isLabelShown ? undefined : label}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={icon} />
        {isLabelShown ? <span class="menu-label">{label}</span> : null}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: closes after its buttons were pressed, by whatever means */}
      <div class="menu-panel" id={panelId} hidden={!isOpen} onClick={choose}>
        {children}
      </div>
    </div>
  )
}

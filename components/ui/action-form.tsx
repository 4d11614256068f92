'use client'

import clsx from 'clsx'
import { CircleAlert } from 'lucide-react'
import {
  startTransition,
  useActionState,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { useMessages } from '@/components/shell/locale'
import { emptyForm, type FormState } from '@/lib/core/form-state'
import { common } from '@/lib/i18n/common'
import { FormContext } from './form-context'
import { answerPost, FORM_KEY, newFormKey, stampPost } from './form-key'
import { surviving } from './lost-post'
import { useToast } from './toast'

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>

type Props = {
  action: FormAction
  children: ReactNode
  className?: string
  /** Called after the action has said yes. */
  onOk?: () => void
  /** Said in the corner after the action has said yes. */
  okMessage?: string
  /** Empties the fields after the action has said yes. */
  resetOnOk?: boolean
  id?: string
  'aria-label'?: string
}

/** A form on a server action: works before JavaScript, keeps what was typed, says a refusal in the reader's language. */
export function ActionForm({ action, children, className, onOk, okMessage, resetOnOk, ...rest }: Props) {
  // The first is posted by the browser itself before JavaScript, the second by this form afterwards.
  const [before, browserPost, replaying] = useActionState(action, emptyForm)
  const [after, dispatch, posting] = useActionState<FormState | null, FormData>(
    (previous, entries) => surviving(action)(previous ?? before, entries),
    null,
  )
  const state = after ?? before
  const [holds, setHolds] = useState(0)
  const pending = posting || replaying || holds > 0
  const form = useRef<HTMLFormElement>(null)
  const posted = useRef('')
  const [firstKey] = useState(newFormKey)
  const say = useToast()
  const hold = useCallback(() => {
    setHolds((count) => count + 1)
    return () => setHolds((count) => count - 1)
  }, [])

  const answered = useEffectEvent((answer: FormState) => {
    if (!answer.lost) answerPost(posted.current)
    if (answer.ok) {
      if (resetOnOk) form.current?.reset()
      if (okMessage) say(okMessage)
      onOk?.()
    } else if (answer.fields || answer.refused || answer.lost) {
      const target = form.current?.querySelector<HTMLElement>(
        '[aria-invalid=true]:not(fieldset), fieldset[aria-invalid=true] input',
      )
      ;(target ?? form.current?.querySelector<HTMLElement>('[role=alert]'))?.focus()
    }
  })
  useEffect(() => answered(state), [state])

  return (
    <form
      ref={form}
      action={browserPost}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (pending) return
        const { submitter } = event.nativeEvent as SubmitEvent
        const entries = new FormData(event.currentTarget, submitter)
        posted.current = stampPost(entries, performance.now())
        startTransition(() => dispatch(entries))
      }}
      aria-busy={pending || undefined}
      className={clsx('flex flex-col gap-4', className)}
      {...rest}
    >
      <FormContext value={{ state, pending, hold }}>
        {children}
        {/* The browser's own post, before JavaScript, carries the key of the page. */}
        <input type="hidden" name={FORM_KEY} value={firstKey} suppressHydrationWarning />
        <Refused state={state} />
      </FormContext>
    </form>
  )
}

/** What the whole form was refused for; nothing while all is well. */
function Refused({ state }: { state: FormState }) {
  const t = useMessages(common)
  const wrong = Object.keys(state.fields ?? {}).length
  if (!state.refused && !wrong && !state.lost) return null
  return (
    <p
      key={state.at}
      role="alert"
      tabIndex={-1}
      className="rounded-control bg-vermilion-soft text-vermilion-ink flex items-start gap-2 px-3 py-2.5"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
      <span>
        {state.lost ? t.lost : state.refused ? state.refused.text : t.checkTheForm({ count: wrong })}
      </span>
    </p>
  )
}

'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card, Facts, Section } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { Submit } from '@/components/ui/submit'
import { imports } from '@/lib/i18n/imports'

type Totals = {
  rows: number
  good: number
  bad: number
  repeated: number
  known: number
  imported?: number
  skipped?: number
}
type Props = {
  run: { id: string; status: 'checked' | 'running' | 'done' | 'failed'; progress: number; totals: Totals }
  missing: string[]
  action: FormAction
}

/** What the dry run found, the way into the import, then its progress and its result. */
export function Outcome({ run, missing, action }: Props) {
  const t = useMessages(imports)
  const f = useFormat()
  const { rows, good, bad, repeated, known, imported = 0, skipped = 0 } = run.totals
  const total = Math.max(good, run.progress)
  return (
    <Section title={t.totals}>
      <Card className="grid gap-4">
        <Facts
          facts={[
            { term: t.total, value: f.number(rows) },
            { term: t.good, value: f.number(good) },
            { term: t.bad, value: f.number(bad) },
            { term: t.known, value: known ? `${f.number(known)} · ${t.knownHint}` : f.number(0) },
            { term: t.repeated, value: f.number(repeated) },
          ]}
        />
        {run.status === 'checked' && (
          <Start id={run.id} good={good} bad={bad} missing={missing} action={action} />
        )}
        {run.status === 'running' && (
          <div className="grid gap-2" role="status">
            <p className="tabular">{t.running({ done: run.progress, total })}</p>
            <Progress value={run.progress} max={total} label={t.running({ done: run.progress, total })} />
            <p className="text-muted text-sm">{t.runningLead}</p>
          </div>
        )}
        {run.status === 'failed' && (
          <>
            <Notice kind="warning">{t.gaveUp({ done: run.progress, total })}</Notice>
            <ActionForm action={action} okMessage={t.started}>
              <input type="hidden" name="id" value={run.id} />
              <input type="hidden" name="take" value="good" />
              <Submit>{t.goOn}</Submit>
            </ActionForm>
          </>
        )}
        {run.status === 'done' && (
          <Notice kind="good" announce>
            {t.done({ imported, skipped })}
          </Notice>
        )}
      </Card>
    </Section>
  )
}

function Start({
  id,
  good,
  bad,
  missing,
  action,
}: { id: string; good: number; bad: number } & Omit<Props, 'run'>) {
  const t = useMessages(imports)
  if (missing.length) return <Notice kind="warning">{t.columnsFirst}</Notice>
  if (!good) return <Notice kind="warning">{t.nothingGood}</Notice>
  return (
    <div className="flex flex-wrap items-center gap-3">
      <ActionForm action={action} okMessage={t.started}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="take" value="all" />
        <Submit disabled={bad > 0} aria-describedby={bad ? 'why-not-all' : undefined}>
          {t.importAll}
        </Submit>
      </ActionForm>
      {bad > 0 && (
        <>
          <ActionForm action={action} okMessage={t.started}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="take" value="good" />
            <Submit>{t.importGood({ count: good })}</Submit>
          </ActionForm>
          <p id="why-not-all" className="text-muted w-full text-sm">
            {t.allNeedsGood({ count: bad })}
          </p>
        </>
      )}
    </div>
  )
}

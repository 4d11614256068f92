import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type LaunchOptions, type Page } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import { createStaffSession } from '@/lib/server/sign-in'
import { Line } from './line'
import type { Stage } from './stage'

/** A tablet with a disk of its own: it can lose its network, its tab, and its power. */
export class Device {
  readonly line: Line
  private context?: BrowserContext
  private folder = ''
  private cut = false

  constructor(
    private readonly stage: Stage,
    private readonly launch: LaunchOptions,
  ) {
    this.line = new Line(new URL(stage.baseURL))
  }

  async start(): Promise<void> {
    this.folder ||= await mkdtemp(join(tmpdir(), 'device-'))
    this.context = await chromium.launchPersistentContext(this.folder, {
      ...this.launch,
      viewport: { width: 1024, height: 768 },
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      offline: this.cut,
    })
  }

  async signIn(who: string): Promise<void> {
    const { actor, db } = this.stage.here.as(who)
    const secret = await db.$transaction((tx) =>
      createStaffSession(tx, { id: actor.id, dealershipId: actor.dealershipId }, new Date()),
    )
    const value = await encode({ token: { secret }, secret: process.env.NEXTAUTH_SECRET ?? '' })
    const expires = Math.floor(Date.now() / 1000) + 43_200
    const cookie = { url: this.stage.baseURL, expires, sameSite: 'Lax' as const }
    await this.context?.addCookies([
      { ...cookie, name: 'next-auth.session-token', value, httpOnly: true },
      { ...cookie, name: 'babu-locale', value: 'zh-CN' },
    ])
  }

  /** The session is gone from this device, as after signing out. */
  signOut = () => this.context?.clearCookies({ name: 'next-auth.session-token' })

  async open(path: string): Promise<Page> {
    if (!this.context) throw new Error('the device is off')
    const page = await this.context.newPage()
    await page.goto(this.line.to(path))
    return page
  }

  /** Neither a byte nor a sign of the server from now on. */
  async loseNetwork(): Promise<void> {
    this.cut = true
    await this.context?.setOffline(true)
    await this.line.cut()
  }

  async findNetwork(): Promise<void> {
    this.cut = false
    await this.line.mend()
    await this.context?.setOffline(false)
  }

  /** The renderer dies: nothing of the page has a chance to say goodbye. */
  async killTab(page: Page): Promise<void> {
    const dead = page.waitForEvent('crash')
    const session = await page.context().newCDPSession(page)
    session.send('Page.crash').catch(() => undefined)
    await dead
    await page.close().catch(() => undefined)
  }

  async restart(): Promise<void> {
    await this.context?.close()
    await this.start()
  }

  async close(): Promise<void> {
    await this.context?.close()
    await this.line.cut()
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** What webhooks are told is in the words of this interface, which is loaded with the first event that one is told of. */
import type { Context } from '../../context.ts';
import type { Presenter } from '../../webhooks/presenter.ts';

export async function presenterOnDemand(context: Context): Promise<Presenter> {
  const { webhookPresenter } = await import('./webhook-presenter.ts');
  return webhookPresenter(context);
}

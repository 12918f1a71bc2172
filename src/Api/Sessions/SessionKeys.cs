using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.SignIn;

namespace MultiLine.Api.Sessions;

/// <summary>The keys of cookies and access tokens, shared by all servers of a deployment.</summary>
/// <remarks>The framework asks for them once in a while and waits without giving its thread back.</remarks>
internal sealed class SessionKeys(IGrainFactory grains) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. Wait(() => Grain.Read()).Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => Wait(async () =>
    {
        await Grain.Keep(friendlyName, element.ToString(SaveOptions.DisableFormatting));
        return true;
    });

    private ISessionKeysGrain Grain => grains.GetGrain<ISessionKeysGrain>(GrainKeys.SystemOrganization);

    private static T Wait<T>(Func<Task<T>> call) => Task.Run(call).GetAwaiter().GetResult();
}

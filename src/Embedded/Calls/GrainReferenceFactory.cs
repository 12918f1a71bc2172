using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Embedded.Activations;
using Orleans;
using Orleans.Runtime;

namespace MultiLine.Embedded.Calls;

/// <summary>Makes references; the grain factory of the host.</summary>
internal sealed class GrainReferenceFactory(IServiceProvider services, Catalog catalog) : IClusterClient
{
    public IServiceProvider ServiceProvider => services;

    public Catalog Catalog => catalog;

    public static GrainReferenceFactory Of(IGrainContext context) =>
        (GrainReferenceFactory)context.ActivationServices.GetRequiredService<IGrainFactory>();

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return Create<TGrainInterface>(primaryKey, grainClassNamePrefix);
    }

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey
        => Create<TGrainInterface>(primaryKey.ToString("X", CultureInfo.InvariantCulture), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey
        => Create<TGrainInterface>(primaryKey.ToString("N"), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable
        => (TGrainInterface)Create(typeof(TGrainInterface), grainId);

    public object Create(Type interfaceType, GrainId grainId) => GrainReferenceProxy.Create(GrainInterface.Of(interfaceType), grainId, this);

    private TGrainInterface Create<TGrainInterface>(string key, string? classNamePrefix)
    {
        var grain = catalog.Classes.Implementing(typeof(TGrainInterface), classNamePrefix);
        return (TGrainInterface)Create(typeof(TGrainInterface), GrainId.Create(grain.Type, key));
    }
}
